export { checkDigit, type IinFault, type IinReading, maskIin, readIin } from './rules/iin';
