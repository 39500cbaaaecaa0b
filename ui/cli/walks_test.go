package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/share"
)

// toOpen is what is typed at the questions that have no default, by their ids.
var toOpen = map[string]string{
	"user_code":   "imp10000001",
	"channel_key": "channel-key-00000000-0000-4000-8000-000000000000",
	"buyer_tel":   "010-1234-5678",
}

// walks are conversations: how they begin and what is typed where it is not the default.
var walks = []struct {
	name  string
	begin string
	typed map[string]string
}{
	{"quick", "quick", nil},
	{"quick, everything for later", "quick", map[string]string{"user_code": "나중에", "channel_key": "나중에", "buyer_tel": "나중에"}},
	{"order number from the shop's server", "guided", map[string]string{"channel_ready": "have", "order_id_source": "server", "order_name": `따옴표 " 와 </script> 와 \`, "amount": "50000"}},
	{"order number from the browser, buyer in full", "guided", map[string]string{"channel_ready": "have", "order_id_source": "browser", "order_id_prefix": "shop",
		"buyer_name": "홍길동", "buyer_email": "test@portone.io", "m_redirect_url": "/pay/done?x=1&y=2"}},
	{"extras, and a channel that has to be made", "guided", map[string]string{"extras": "tax_free,period", "tax_free": "500", "amount": "1004", "comments": "en"}},
}

func TestTheSameAnswersGiveTheSameCodeByEveryWay(t *testing.T) {
	for _, w := range walks {
		t.Run(w.name, func(t *testing.T) {
			lines, a := talk(t, w.begin, w.typed)
			plain := program(t, lines, "--plain", "--private")
			if !bytes.Contains(plain, []byte("IMP.request_pay")) {
				t.Fatalf("the conversation gave no code:\n%s", plain)
			}
			file := filepath.Join(t.TempDir(), "answers.yaml")
			if err := os.WriteFile(file, answers.YAML(a), 0o600); err != nil {
				t.Fatal(err)
			}
			for way, got := range map[string][]byte{
				"a YAML file":         program(t, "", "generate", "-t", "html", "-a", file),
				"JSON on stdin":       program(t, string(answers.JSON(a)), "generate", "-t", "html", "-a", "-"),
				"a share code":        program(t, "", "generate", "-t", "html", "--from", share.Code(a, true)),
				"flags":               program(t, "", append([]string{"generate", "-t", "html"}, flags(t, a)...)...),
				"a folder":            saved(t, file),
				"plain, from a file":  program(t, "\n", "--plain", "--private", "--from", file),
				"asking for no input": program(t, "", "--no-input", "-a", file),
			} {
				if !bytes.Equal(got, plain) {
					t.Errorf("%s gives other code than the conversation:\n%s", way, firstDifference(got, plain))
				}
			}
		})
	}
}

// talk answers each question as it comes, and gives what was typed and the answers.
func talk(t *testing.T, begin string, typed map[string]string) (string, wizard.Answers) {
	t.Helper()
	d := flow.Guided()
	if begin == "quick" {
		d = flow.Quick()
	}
	lines := []string{begin}
	for d.Place() != "" {
		id := d.Place()
		line, ok := typed[id]
		if !ok {
			line = toOpen[id]
		}
		lines = append(lines, line)
		if line != "" {
			d = d.With(id, entry(t, id, line))
		}
		next, ok := d.Next()
		if !ok {
			t.Fatalf("%q does not pass at %s: %+v", line, id, d.Problems(id, "2026-11-21", "en"))
		}
		d = next
	}
	return strings.Join(lines, "\n") + "\n", d.Answers()
}

func entry(t *testing.T, id, line string) flow.Entry {
	t.Helper()
	q, ok := wizard.QuestionOf(id)
	switch {
	case !ok:
		t.Fatalf("no question %s", id)
	case line == "나중에":
		return flow.Entry{Later: true}
	case q.Kind == "multi":
		return flow.Entry{Picked: strings.Split(line, ",")}
	}
	return flow.Entry{Text: line}
}

// program runs the command line and gives its standard output.
func program(t *testing.T, stdin string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "LC_ALL=ko_KR.UTF-8", "HOME="+t.TempDir())
	cmd.Stdin = strings.NewReader(stdin)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, &stderr)
	}
	return out
}

func saved(t *testing.T, file string) []byte {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "shop")
	program(t, "", "generate", "-t", "html", "-a", file, "-o", dir)
	raw, err := os.ReadFile(filepath.Join(dir, "payment.html"))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// flags says answers with flags alone.
func flags(t *testing.T, a wizard.Answers) []string {
	t.Helper()
	var tree map[string]any
	d := json.NewDecoder(bytes.NewReader(answers.JSON(a)))
	d.UseNumber()
	if err := d.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	delete(tree, "version")
	args := []string{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				walk(strings.TrimPrefix(path+"."+key, "."), v[key])
			}
		case []any:
			for _, item := range v {
				walk(path, item)
			}
		default:
			args = append(args, flag(path, fmt.Sprint(v))...)
		}
	}
	walk("", tree)
	return args
}

func flag(path, val string) []string {
	for _, s := range shortcuts {
		if s.path == path {
			return []string{"--" + s.flag, val}
		}
	}
	if path == "later" {
		return []string{"--later", val}
	}
	return []string{"--set", path + "=" + val}
}

func firstDifference(a, b []byte) string {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d\n%s\n%s", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}
