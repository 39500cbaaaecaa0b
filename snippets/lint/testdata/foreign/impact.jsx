import { IMP } from './impact';
export default function App() { return <button onClick={() => IMP.request_pay({ hp: 3 })}>hit</button>; }
