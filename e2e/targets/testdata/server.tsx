// What a server makes of the button: it has no window.
import { renderToString } from "react-dom/server";
import { StrictMode } from "react";
import PayButton, { type Order } from "./PayButton";

const order = JSON.parse(process.argv[2]!) as Order;
if (typeof window !== "undefined") throw new Error("this is no server");
process.stdout.write(renderToString(<StrictMode><PayButton order={order} /></StrictMode>));
