package cli

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"
)

// asProgram makes the test binary the program, for tests that start it themselves.
const asProgram = "SMARTRO_WIZARD_TEST_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	testscript.Main(m, map[string]func(){
		name: func() { os.Exit(Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("ESCAPE", "\x1b]0;x\a\u202e.yaml")
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("XDG_STATE_HOME", filepath.Join(env.WorkDir, "state"))
			return os.WriteFile(filepath.Join(env.WorkDir, "card.yaml"), []byte(card), 0o600)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":   status,
			"noescape": noEscape,
			"code":     code,
			"badbytes": badBytes,
			"repeat":   repeat,
		},
	})
}

// card is a whole case; every story has it as card.yaml.
const card = `version: 1
mode: test
sdk: v1
module: smartro_v2
type: general
user_code: imp10000001
params:
  channelKey: channel-key-00000000-0000-4000-8000-000000000000
  pay_method: card
  name: 결제 테스트
  amount: 1004
  buyer_tel: 010-1234-5678
make:
  merchant_uid: {from: browser, prefix: order}
  m_redirect_url: {path: /payments/redirect}
options: {locale: ko}
`

// status N COMMAND...: the command has to end with the code N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if neg || err != nil {
		ts.Fatalf("usage: status N command...")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("ended with %d, want %d", got, want)
	}
}

// noescape: neither output of the last command has anything that steers a terminal.
func noEscape(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range []string{"stdout", "stderr"} {
		for i, r := range ts.ReadFile(name) {
			if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\u202e' {
				ts.Fatalf("%s has %U at byte %d", name, r, i)
			}
		}
	}
}

// code FILE OUT: the share code of an answers file, buyer data left in.
func code(ts *testscript.TestScript, neg bool, args []string) {
	a, found := answers.Decode(args[0], []byte(ts.ReadFile(args[0])), text.En)
	if hasErrors(found) {
		ts.Fatalf("%s: %v", args[0], found)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(share.Code(a, true)), 0o600))
}

// repeat FILE TEXT BYTES: a file of that many bytes.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(args[1], n/len(args[1]))), 0o600))
}

// badBytes FILE: the card with a name in EUC-KR.
func badBytes(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(card, "결제 테스트", "\xb0\xe1\xc1\xa6", 1)), 0o600))
}
