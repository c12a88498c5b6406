// When an answer is refused, Camunda says so in a corner. Say it at the form too, with the names
// of the fields that the person reads there.
const FORM = '.task-form, .tasklist-form, [cam-tasklist-form]';

export default [];
