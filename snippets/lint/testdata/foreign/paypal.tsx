import { PayPalButtons } from '@paypal/react-paypal-js';
export default () => <PayPalButtons createOrder={(d, a) => a.order.create({ purchase_units: [{ amount: { value: '1.00' } }] })} />;
