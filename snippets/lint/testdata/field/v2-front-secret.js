import * as PortOne from "@portone/browser-sdk/v2";
const client = PortOneClient("PORTONE_SECRET_a83bd1c2e45f6789");
export const lookup = (id) => fetch("https://api.portone.io/payments/" + id, { headers: { Authorization: "PortOne a83bd1c2e45f6789a83bd1c2e45f6789" } });
document.querySelector("#x").onclick = () => lookup("a");
