const IMP = new Importer();
IMP.init('imports');
IMP.run({ amount: '1' });
function Importer() {}
// merchant_uid is a column of the table
