import IMP from 'imp-protocol';
IMP.init({ port: 1 });
IMP.request_pay({ lane: 2, toll: 3 });
