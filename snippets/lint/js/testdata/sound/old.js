<!-- hide
var IMP = window.IMP, $ = window.jQuery
IMP.init("imp00000000")
$(function () {
  $("#pay").on('click', function(){
    var a = b
    ++c
    var r = a / b / c, s = x ? /a/ : /b/g, q = (a) / 2
    if (x) /re/.test(y)
    IMP.request_pay({ pg : "html5_inicis", 'pay_method': 'card', merchant_uid : 'merchant_' + new Date().getTime(), name: "주문명:결제테스트",
      amount: 14000, buyer_email:'iamport@siot.do', "buyer_tel" : "010-1234-5678\x41\u0042\u{1F600}\
tail" }, function(rsp){
        if ( rsp.success ) { $.ajax({ url: "/payments/complete", type: 'POST', data: { imp_uid : rsp.imp_uid } }).done(function(data){ }) }
        else { alert('실패: ' + rsp.error_msg) }
    })
  })
})
var o = { get: 1, set: 2, async: 3, static: 4, of: 5, get x() { return 1 }, set x(v) {}, async y() {}, new: 6, if: 7, 1: 8, "": 9, },
    f = async x => await x, g = async (x) => ({ async: x }), h = async({ call: 1 }), i = async
var let_ = 1; let
z = { let: 1 }
yieldy = function* () { const r = yield { v: 1 }; yield }
a = b ? c ? { d: 1 } : (e) : f => ({ g: 1 })
x = a ? (b) : c
x = a ? (b, c) => d : e
;[1, 2].forEach(n => { ({ n } = { n: 3 }) })
if (a) { b } else if (c) { d } else e
with (a) b
x = y => z => ({ curried: 1 })
x = class extends (foo ? A : B) { static x = { c: 1 }; 'quoted'() {} ; 1() {} ; [k]() {} }
new Foo; new Foo.Bar({ n: 1 }).go(); new (foo())({ n: 2 }); (function () { return new.target })
tag`a${ { t: 1 } }b`
x = `a${`b${ { u: 1 } }`}`
x = a?.[0]?.(1) ?? b ** c ** d
x = a !== b, y = !a, w = typeof a === 'x'
x = {}
debugger
x = 1..toString() + 1.5.toFixed()
//--> end
