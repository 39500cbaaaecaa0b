import { initializeApp } from 'firebase/app';
const app = initializeApp({});
export const init = () => app.init();
// portone is configured elsewhere
