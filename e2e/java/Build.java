import java.io.File;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles many folders of classes in one virtual machine, for a test of all that can be generated. Each line of
 * standard input is a release and a folder; for each, a line that begins with "built" or "failed" comes back. A class
 * payments.Show among them is run.
 */
public class Build {
    public static void main(String[] args) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Scanner lines = new Scanner(System.in);
        while (lines.hasNextLine()) {
            String[] line = lines.nextLine().split(" ", 2);
            String said = compile(compiler, args[0], line[0], Path.of(line[1]));
            if (!said.isEmpty()) {
                System.out.println("failed " + said.replace('\n', ' '));
                continue;
            }
            show(Path.of(line[1], "classes"));
            System.out.println("built");
        }
    }

    private static String compile(JavaCompiler compiler, String classpath, String release, Path folder) throws Exception {
        List<File> sources;
        try (Stream<Path> files = Files.walk(folder)) {
            sources = files.filter(f -> f.toString().endsWith(".java")).map(Path::toFile).collect(Collectors.toList());
        }
        Path into = Files.createDirectories(folder.resolve("classes"));
        List<String> options = List.of("--release", release, "-encoding", "UTF-8", "-Xlint:all,-options,-path,-processing",
                "-Werror", "-cp", classpath, "-d", into.toString());
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromFiles(sources)).call();
            return good ? "" : sources.size() + " files: " + said;
        }
    }

    private static void show(Path classes) throws Exception {
        if (!Files.exists(classes.resolve("payments/Show.class"))) {
            return;
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Build.class.getClassLoader())) {
            loader.loadClass("payments.Show").getMethod("main", String[].class).invoke(null, (Object) null);
        }
    }
}
