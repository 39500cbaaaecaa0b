var game = { init: function () { this.request_pay({ gold: 5 }); }, request_pay: function (o) { return o.gold; } };
game.init();
