@extends('layouts.app')
@section('content')
<button id="pay">결제</button>
@endsection
@push('scripts')
<script src="https://cdn.iamport.kr/v1/iamport.js"></script>
<script>
  const order = @json($order);
  IMP.init("{{ config('services.iamport.code') }}");
  document.getElementById("pay").onclick = () => IMP.request_pay({
    channelKey: "{{ config('services.iamport.channel') }}", pay_method: "card", merchant_uid: order.no, name: order.name, amount: order.amount, buyer_tel: order.tel,
    m_redirect_url: "{{ route('payments.return') }}",
  }, (rsp) => {
    if (rsp.error_code) return alert(rsp.error_msg);
    axios.post("{{ route('payments.complete') }}", { imp_uid: rsp.imp_uid });
  });
</script>
@endpush
