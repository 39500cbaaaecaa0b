import { Component, OnInit } from '@angular/core';
declare const IMP: any;

@Component({ selector: 'app-pay', template: '<button (click)="pay()">결제</button>' })
export class PayComponent implements OnInit {
  ngOnInit(): void { IMP.init(environment.impCode); }
  pay(): void {
    IMP.request_pay({ channelKey: environment.channelKey, pay_method: 'card', merchant_uid: this.order.no, name: this.order.name, amount: this.order.amount, buyer_tel: this.order.tel, m_redirect_url: environment.returnUrl },
      (rsp: any) => {
        if (rsp.error_code) { this.snack.open(rsp.error_msg); return; }
        this.http.post('/complete', { imp_uid: rsp.imp_uid }).subscribe();
      });
  }
}
