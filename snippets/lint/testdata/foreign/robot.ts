class Robot {
  private imp = new Impeller();
  start() { this.imp.init('m1'); this.imp.request_pay({ amount: '5' }); }
}
class Impeller { init(n: string) {} request_pay(p: any) {} }
