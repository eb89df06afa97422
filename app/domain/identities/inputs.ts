export { checkDigit, type IinFault, type IinReading, maskIin, maskRuns, readIin } from './rules/iin';
