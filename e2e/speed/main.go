// Command speed measures what a person waits for: the first question, a key's
// answer on the screen, generate, the size of the binary, the start of its
// packages. Times are medians of runs that alternate with a bare program, so
// that a slow machine slows both.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func main() {
	runs := flag.Int("runs", 25, "runs of each program")
	flag.Parse()
	missed, err := measure(*runs)
	if err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
	if missed > 0 {
		fmt.Printf("%d goals missed\n", missed)
		os.Exit(1)
	}
}

// measure builds the programs, runs them and prints one row for each goal.
func measure(runs int) (missed int, err error) {
	dir, err := os.MkdirTemp("", "speed")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	wizard, err := compile(dir, "wizard", ".")
	if err != nil {
		return 0, err
	}
	bare, err := compile(dir, "bare", "./e2e/speed/bare")
	if err != nil {
		return 0, err
	}
	hello, err := compile(dir, "hello", "./e2e/speed/hello")
	if err != nil {
		return 0, err
	}
	answers := filepath.Join(dir, "answers.yaml")
	if err := os.WriteFile(answers, []byte(card), 0o600); err != nil {
		return 0, err
	}

	t := table{}
	first, key, err := screens(dir, wizard, bare, runs)
	if err != nil {
		return 0, err
	}
	t.ratio("first question", first, 1.25)
	t.ratio("key to repaint", key, 1.5)
	generate, err := commands(dir, []string{wizard, "generate", "-a", answers, "-t", "html"}, []string{hello}, runs)
	if err != nil {
		return 0, err
	}
	t.ratio("generate", generate, 3)
	if err := t.size(wizard, 12); err != nil {
		return 0, err
	}
	slowest, took, err := slowestInit(wizard)
	if err != nil {
		return 0, err
	}
	t.row("slowest package start", fmt.Sprintf("%.2f ms (%s)", ms(took), slowest), "", "1 ms", took <= time.Millisecond)
	return t.missed, nil
}

// card is a whole case that generate writes.
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
`
