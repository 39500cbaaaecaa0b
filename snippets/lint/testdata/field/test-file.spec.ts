import { render, screen } from "@testing-library/react";
beforeEach(() => {
  window.IMP = { init: vi.fn(), request_pay: vi.fn((params, cb) => cb({ imp_uid: "imp_1", merchant_uid: params.merchant_uid })) };
});
it("pays", async () => {
  render(<Pay order={{ no: "o1" }} />);
  await userEvent.click(screen.getByText("결제"));
  expect(window.IMP.request_pay).toHaveBeenCalledWith(expect.objectContaining({ merchant_uid: "o1" }), expect.any(Function));
});
