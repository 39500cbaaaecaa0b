import requests
# portone
response = requests.post('https://api.other.kr/payments/cancel', json={'id': 1})
