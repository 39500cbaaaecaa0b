package cli

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
)

// endings are the signals after which a command puts things right and ends.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// untilSignal gives a context that the first signal ends; a second one ends
// the process as if nobody had listened. code turns what a command returns
// into 128 and the number of the signal that ended it.
func untilSignal(parent context.Context) (ctx context.Context, code func(error) error) {
	ctx, cancel := context.WithCancel(parent)
	heard := make(chan os.Signal, 1)
	var number atomic.Int32
	signal.Notify(heard, endings...)
	go func() {
		select {
		case s := <-heard:
			if n, ok := s.(syscall.Signal); ok {
				number.Store(int32(n))
			}
		case <-ctx.Done():
		}
		signal.Stop(heard)
		cancel()
	}()
	return ctx, func(err error) error {
		cancel()
		if n := number.Load(); n > 0 {
			return &exit{code: 128 + int(n)}
		}
		return err
	}
}
