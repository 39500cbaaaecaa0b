//go:build e2e

package java_test

import (
	"encoding/hex"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	e2e "smartro-wizard/e2e/java"
	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/java"
	"smartro-wizard/wizard/value"
)

// texts are the collected strings and those that Java and JSP read otherwise.
// A payload that gets out of its string finds a method canary to call.
func texts(t testing.TB) []string {
	var all []string
	for _, h := range hostile.Strings(t) {
		if utf8.ValidString(h.Text) {
			all = append(all, h.Text)
		}
	}
	return append(all,
		`"+canary()+"`, `\u0022+canary()+\u0022`, `\\u0022+canary()+\\u0022`, `\uu0022+canary()+\uuu0022`, `\\\u0022+canary()+"`,
		`\u000acanary();//`, "\u000acanary();//", `\u005c`, `\u005c"+canary()+"`, `\`, `\u`, `\u00`, `\uD83D`, `*/canary();/*`, `\u002a\u002fcanary();`,
		`%>`, `%\>`, `%\\>`, `<%`, `<\%`, `<%= canary() %>`, `<% canary(); %>`, `%><% canary(); %><%`, `<%-- --%>`, `<%@ include file="x" %>`,
		`<jsp:include page="x"/>`, `<jsp:expression>canary()</jsp:expression>`, `<c:out value="x"/>`,
		`${canary}`, `\${canary}`, `\\${canary}`, `#{canary}`, `\#{canary}`, `$\{canary}`, `$${canary}`, `$`, `\$`, `\#`, `\\$`, `"$`,
		"가\\나\\u0022", "똠방각하 펲시콜라", "\\\U0001f600", "\x00\x1a\x7f\u0085\u2028",
	)
}

var numbers = []string{"0", "1004", "-1", "2147483648", "9007199254740993", "1004.50", "0.1", "1e3", "123456789012345678901234567890", "1e-400"}

// program prints every value as hexadecimal digits, one a line.
func program(t *testing.T, encode func(value.Value) string) (code string, want []string) {
	t.Helper()
	var methods, calls strings.Builder
	add := func(lit, print, expect string) {
		fmt.Fprintf(&methods, "    static Object v%d() { return %s; }\n", len(want), lit)
		fmt.Fprintf(&calls, "        print(%s(v%d()));\n", print, len(want))
		want = append(want, hex.EncodeToString([]byte(expect)))
	}
	for _, s := range texts(t) {
		add(encode(value.Text(s)), "text", s)
		nested := value.ObjectOf(value.Field{Key: "가\"", Value: value.ListOf(value.Text(s))})
		if raw, err := nested.MarshalJSON(); err == nil && len(raw) < 65535 {
			add(encode(nested), "text", string(raw))
		}
	}
	for _, digits := range numbers {
		n, ok := new(big.Rat).SetString(digits)
		if !ok {
			t.Fatal(digits)
		}
		add(encode(value.Digits(digits)), "number", n.FloatString(500))
	}
	return `import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

public class Values {
    static String canary() {
        try {
            new java.io.File("CANARY").createNewFile();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return "";
    }

    static String json(String text) { return text; }
    static String text(Object value) { return (String) value; }
    static String number(Object value) { return new BigDecimal(value.toString()).setScale(500).toPlainString(); }

    static void print(String s) {
        StringBuilder line = new StringBuilder();
        for (byte b : s.getBytes(StandardCharsets.UTF_8)) line.append(String.format("%02x", b));
        System.out.println(line);
    }

` + methods.String() + `
    public static void main(String[] args) {
` + calls.String() + "    }\n}\n", want
}

func TestJavaLiterals(t *testing.T) {
	total := 0
	for _, release := range []string{"8", "11"} {
		for encoding, d := range map[string]java.Dialect{"UTF-8": {}, "US-ASCII": {ASCII: true}} {
			t.Run(release+" "+encoding, func(t *testing.T) {
				dir := t.TempDir()
				code, want := program(t, func(v value.Value) string {
					return encode(t, d, v)
				})
				got, err := run(t, dir, e2e.Compiler{Release: release, Encoding: encoding}, code)
				if err != nil {
					t.Fatal(err)
				}
				wrong := compare(t, got, want)
				t.Logf("Java %s, %s: %d values, %d wrong, %d executed", release, encoding, len(want), wrong, executed(t, dir))
				total += len(want)
			})
		}
	}
	t.Logf("%d values in Java programs", total)
}

// executed counts the canaries that a run left behind.
func executed(t *testing.T, dir string) int {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, "CANARY")); err != nil {
		return 0
	}
	t.Error("a value was executed")
	return 1
}

func encode(t *testing.T, d java.Dialect, v value.Value) string {
	t.Helper()
	lit, err := d.Encode(v)
	if err != nil {
		t.Fatal(err)
	}
	return lit.String()
}

func compare(t *testing.T, got, want []string) (wrong int) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d values came out of %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			wrong++
			t.Errorf("value %d is %.200s, want %.200s", i, got[i], want[i])
		}
	}
	return wrong
}

func run(t *testing.T, dir string, c e2e.Compiler, code string) ([]string, error) {
	t.Helper()
	file := filepath.Join(dir, "Values.java")
	if err := os.WriteFile(file, []byte(code), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := c.Compile(t, dir, file); err != nil {
		return nil, err
	}
	cmd := exec.Command("java", "-cp", dir, "Values")
	cmd.Dir = dir
	out, err := cmd.Output()
	return strings.Split(strings.TrimSuffix(string(out), "\n"), "\n"), err
}

// What other encoders write has to be noticed here.
func TestNaiveJavaLiteralsAreCaught(t *testing.T) {
	for name, quote := range map[string]func(string) string{
		"Go's %q":     strconv.Quote,
		"quotes only": func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` },
		"all as \\u": func(s string) string {
			return `"` + strings.NewReplacer("\n", `\u000a`, `"`, `\u0022`).Replace(s) + `"`
		},
	} {
		t.Run(name, func(t *testing.T) {
			code, want := program(t, func(v value.Value) string {
				if v.Kind() == value.String {
					return quote(v.Text())
				}
				return encode(t, java.Dialect{}, v)
			})
			got, err := run(t, t.TempDir(), e2e.Compiler{Release: "8"}, code)
			if err == nil && slices.Equal(got, want) {
				t.Error("passes for a good encoder")
			}
		})
	}
	t.Run("an escape that is a quote runs", func(t *testing.T) {
		dir := t.TempDir()
		code, _ := program(t, func(v value.Value) string {
			if v.Text() == texts(t)[0] {
				return `"\u0022+canary()+\u0022"`
			}
			return encode(t, java.Dialect{}, v)
		})
		if _, err := run(t, dir, e2e.Compiler{Release: "8"}, code); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(dir, "CANARY")); err != nil {
			t.Error("the canary is deaf")
		}
	})
}
