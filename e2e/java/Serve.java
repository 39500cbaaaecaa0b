import java.io.File;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** Serves a folder as the root application on a free port of 127.0.0.1, until standard input ends. */
public class Serve {
    public static void main(String[] args) {
        int status = 1;
        try {
            Tomcat tomcat = start(args[0], args[1]);
            System.out.println("serving " + tomcat.getConnector().getLocalPort());
            while (System.in.read() >= 0) {}
            tomcat.stop();
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(status); // Tomcat's own threads would go on
    }

    private static Tomcat start(String folder, String base) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base);
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context app = tomcat.addWebapp("", new File(folder).getAbsolutePath());
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanClassPath(false); // the libraries bring nothing of their own to serve
        app.setJarScanner(scanner);
        tomcat.start();
        if (!app.getState().isAvailable()) {
            throw new IllegalStateException("the application did not start");
        }
        return tomcat;
    }
}
