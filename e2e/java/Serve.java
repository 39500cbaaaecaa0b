import java.io.File;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * Serves a folder as the root application on 127.0.0.1: on the port that PORT names, until it is ended, or on a free
 * one, until standard input ends.
 */
public class Serve {
    public static void main(String[] args) {
        int status = 1;
        try {
            String port = System.getenv("PORT");
            Tomcat tomcat = start(args[0], args[1], port == null ? 0 : Integer.parseInt(port));
            System.out.println("serving " + tomcat.getConnector().getLocalPort());
            if (port != null) {
                tomcat.getServer().await();
            }
            while (System.in.read() >= 0) {}
            tomcat.stop();
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(status); // Tomcat's own threads would go on
    }

    private static Tomcat start(String folder, String base, int port) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base);
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        StandardContext app = (StandardContext) tomcat.addWebapp("", new File(folder).getAbsolutePath());
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanClassPath(false); // the libraries bring nothing of their own to serve
        app.setJarScanner(scanner);
        app.setFailCtxIfServletStartFails(true);
        tomcat.start();
        if (!app.getState().isAvailable()) {
            throw new IllegalStateException("the application did not start");
        }
        return tomcat;
    }
}
