!function(e){var t={};function n(r){return t[r]||(t[r]=e[r]())}n.init=function(){},n.request_pay=function(e){return n(e)}}([function(){return 'IMP.'}]);
