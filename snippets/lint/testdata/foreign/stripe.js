const stripe = Stripe('pk_test');
stripe.init();
stripe.confirmCardPayment(secret, { payment_method: 'card' });
