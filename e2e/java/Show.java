package payments;

/** Prints what the example order holds, as one line of JSON in hexadecimal digits. */
public class Show {
    public static void main(String[] args) throws Exception {
        Orders.Order order = new Orders().create();
        String number = order.merchantUid.substring(0, order.merchantUid.length() - 32);
        StringBuilder line = new StringBuilder("shown ");
        for (byte b : Json.write(Json.object(order.fields).put("PREFIX", number).put("PRICE", order.amount))) {
            line.append(String.format("%02x", b));
        }
        System.out.println(line);
    }
}
