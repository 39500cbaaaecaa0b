<?php
function iamport_token() {
  $ch = curl_init('https://api.iamport.kr/users/getToken');
  curl_setopt_array($ch, [CURLOPT_RETURNTRANSFER => true, CURLOPT_POST => true, CURLOPT_POSTFIELDS => ['imp_key' => getenv('IMP_KEY'), 'imp_secret' => getenv('IMP_SECRET')]]);
  return json_decode(curl_exec($ch))->response->access_token;
}
$ch = curl_init("https://api.iamport.kr/payments/{$_POST['imp_uid']}");
curl_setopt($ch, CURLOPT_HTTPHEADER, ['Authorization: ' . iamport_token()]);
$payment = json_decode(curl_exec($ch))->response;
if ($payment->status == 'paid') {
  $pdo->exec("update orders set state = 'paid'");
}
