describe('pay', () => { const api = { request_pay: jest.fn(), init: jest.fn() };
  it('pays', () => { api.init('x'); api.request_pay({ id: 1 }); expect(api.request_pay).toBeCalled(); }); });
