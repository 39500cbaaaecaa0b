// What a server makes of the button: it has no window.
import { createSSRApp, h } from "vue";
import { renderToString } from "vue/server-renderer";
import PayButton, { type Order } from "./PayButton.vue";

const order = JSON.parse(process.argv[2]!) as Order;
if (typeof window !== "undefined") throw new Error("this is no server");
renderToString(createSSRApp({ render: () => h(PayButton, { order }) })).then((html) => process.stdout.write(html));
