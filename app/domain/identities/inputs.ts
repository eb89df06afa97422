export { type IinFault, type IinReading, checkDigit, maskIin, readIin } from './rules/iin';
