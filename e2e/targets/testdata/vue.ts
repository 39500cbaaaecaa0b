// An app that puts the button on its page and takes it away. Its order is
// reactive, as a shop's is.
import { createApp, createSSRApp, h, reactive, type App } from "vue";
import PayButton, { type Order } from "./PayButton.vue";

declare global {
  interface Window {
    recovered: string[];
    mount: () => void;
    unmount: () => void;
  }
}
declare const ORDER: Order;

const element = document.getElementById("root")!;
const order = reactive(ORDER) as Order;
let app: App;
window.recovered = [];
window.mount = () => {
  app = (element.firstElementChild ? createSSRApp : createApp)({ render: () => h(PayButton, { order }) });
  app.config.warnHandler = (message) => window.recovered.push(message);
  app.mount(element);
};
window.unmount = () => app.unmount();
window.mount();
