// Command speed measures what a person waits for: the first question, a key's
// answer on the screen, generate, the size of the binary, the start of its
// packages. Times are lower quartiles of runs that alternate with a bare
// program, so that a slow machine slows both.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

// Each key waits for silence first, so that few programs with many keys are
// quicker to measure than the reverse.
const keyRuns, keysOfRun = 6, 20

// largest is the size in MB that the stripped binary stays below. It was 12
// when a card payment was all that the program could make, and was 12.7 then.
// All of V1, five servers, lint, letters and the rules of V2 made it 14.7, of
// which net/http with its TLS is 1.9, a library of forms 0.7, and the facts,
// texts and rules 1.5. The code and screens of V2 have the rest to grow into.
const largest = 16

func main() {
	runs := flag.Int("runs", 60, "runs of each program")
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
	p, err := build(dir)
	if err != nil {
		return 0, err
	}
	t := table{}
	if err := p.times(&t, runs); err != nil {
		return 0, err
	}
	if err := t.size(p.wizard, largest); err != nil {
		return 0, err
	}
	slowest, took, err := slowestInit(p.wizard)
	if err != nil {
		return 0, err
	}
	t.row("slowest package start", fmt.Sprintf("%.2f ms (%s)", ms(took), slowest), "", "1 ms", took <= time.Millisecond)
	return t.missed, nil
}

// times are the rows that compare the wizard with a program beside it.
func (p programs) times(t *table, runs int) error {
	first, err := inTurn(runs, func(program string) ([]time.Duration, error) { return screen(p.dir, program, 0) }, p.wizard, p.bare)
	if err != nil {
		return err
	}
	t.ratio("first question", first, 1.25)
	key, err := inTurn(keyRuns, func(program string) ([]time.Duration, error) {
		took, err := screen(p.dir, program, keysOfRun)
		return took[min(1, len(took)):], err
	}, p.wizard, p.bare)
	if err != nil {
		return err
	}
	t.ratio("key to repaint", key, 1.5)
	generate, err := inTurn(runs, func(program string) ([]time.Duration, error) {
		if program == p.hello {
			return command(p.dir, program)
		}
		return command(p.dir, program, "generate", "-a", p.answers, "-t", "html")
	}, p.wizard, p.hello)
	if err != nil {
		return err
	}
	t.ratio("generate", generate, 3)
	return nil
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
