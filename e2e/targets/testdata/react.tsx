// An app in StrictMode that puts the button on its page and takes it away.
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import PayButton, { type Order } from "./PayButton";

declare global {
  interface Window {
    recovered: string[];
    mount: () => void;
    unmount: () => void;
  }
}
declare const ORDER: Order;

const element = document.getElementById("root")!;
const app = (
  <StrictMode>
    <PayButton order={ORDER} />
  </StrictMode>
);
window.recovered = [];
const options = { onRecoverableError: (error: unknown) => window.recovered.push(String(error)) };
const root = element.firstElementChild ? hydrateRoot(element, app, options) : createRoot(element, options);
window.mount = () => root.render(app);
window.unmount = () => root.render(null);
if (!element.firstElementChild) window.mount();
