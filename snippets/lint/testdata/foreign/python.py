import imp
imp.reload(module)
class Pay:
    def request_pay(self, amount):
        return self.client.request_pay(amount=str(amount))
