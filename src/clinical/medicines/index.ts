export { findMedicine, type MedicineMatch } from './find-medicine.ts'
export { formIn, leadingForm, type MedicineForm, type MedicineRoute } from './medicine-forms.ts'
export { type DayTime, type DoseOrder, type Food, readOrder } from './read-order.ts'
export { findVaccine } from './vaccines.ts'
