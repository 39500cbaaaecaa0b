import React from "react";

class Payment extends React.Component {
  componentDidMount() {
    const { IMP } = window;
    IMP.init("imp31415926");
  }
  onClickPayment = () => {
    const { IMP } = window;
    const data = {
      channelKey: "channel-key-0a1b2c3d-4e5f-6789-8abc-0123456789ab",
      pay_method: "card",
      merchant_uid: `mid_${new Date().getTime()}`,
      amount: 15000,
      name: "아이폰 케이스",
      buyer_name: this.props.user.name,
      buyer_tel: this.props.user.tel,
      m_redirect_url: "https://shop.kr/return",
    };
    IMP.request_pay(data, this.callback);
  };
  callback = (response) => {
    const { success, merchant_uid, error_msg } = response;
    if (success) {
      alert("결제 성공");
    } else {
      alert(`결제 실패: ${error_msg}`);
    }
  };
  render() {
    return <button onClick={this.onClickPayment}>결제하기</button>;
  }
}
export default Payment;
