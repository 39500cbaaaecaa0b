import IMP from 'iamport-react-native';
export default function Payment({ navigation, route }) {
  const callback = (response) => navigation.replace('Result', response);
  const data = { channelKey: route.params.key, pay_method: 'card', name: '머그컵', merchant_uid: `mid_${Date.now()}`, amount: '39000', buyer_name: '홍', buyer_tel: route.params.tel, app_scheme: 'shop', escrow: false };
  return <IMP.Payment userCode="imp31415926" data={data} callback={callback} />;
}
