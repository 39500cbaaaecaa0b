import os
import httpx
from fastapi import FastAPI, Request

app = FastAPI()
API = "https://api.iamport.kr"

async def get_payment(imp_uid: str) -> dict:
    async with httpx.AsyncClient() as client:
        token = (await client.post(f"{API}/users/getToken", json={"imp_key": os.environ["IMP_KEY"], "imp_secret": os.environ["IMP_SECRET"]})).json()
        r = await client.get(f"https://api.iamport.kr/payments/{imp_uid}?include_sandbox=true", headers={"Authorization": f"Bearer {token['response']['access_token']}"})
        return r.json()["response"]

@app.post("/payments/webhook")
async def webhook(request: Request):
    body = await request.json()
    payment = await get_payment(body["imp_uid"])
    order = orders.get(payment["merchant_uid"])
    if payment["status"] == "paid" and payment["amount"] == order.amount:
        order.mark_paid()
    return {"ok": True}
