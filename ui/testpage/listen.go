package testpage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"syscall"
	"time"
)

const (
	mostConns  = 128
	mostHeader = 16<<10 - 4<<10 // the library adds 4 KiB of its own
)

// limits are how long a peer may take. The library has none of its own.
type limits struct{ header, read, write, idle time.Duration }

var usual = limits{header: 5 * time.Second, read: 10 * time.Second, write: 10 * time.Second, idle: 15 * time.Second}

// ErrNoLoopback means that this machine does not let us listen on 127.0.0.1.
var ErrNoLoopback = errors.New("listen on 127.0.0.1")

// PortTakenError names a chosen port on which something else listens.
type PortTakenError struct{ Port int }

func (e *PortTakenError) Error() string { return fmt.Sprintf("port %d is taken", e.Port) }

// listen takes the port, or a free one for 0. Never a wider address.
func listen(ctx context.Context, port int) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp4", fmt.Sprintf("127.0.0.1:%d", port))
	switch {
	case err == nil:
		return l, nil
	case port != 0 && errors.Is(err, syscall.EADDRINUSE):
		return nil, &PortTakenError{port}
	}
	return nil, fmt.Errorf("%w: %w", ErrNoLoopback, err)
}

// httpServer has limits everywhere and is quiet: its log would land on the
// terminal that the wizard draws on.
func httpServer(h http.Handler, l limits) *http.Server {
	c := &crowd{}
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: l.header,
		ReadTimeout:       l.read,
		WriteTimeout:      l.write,
		IdleTimeout:       l.idle,
		MaxHeaderBytes:    mostHeader,
		ErrorLog:          log.New(io.Discard, "", 0),
		ConnState:         c.state,
	}
}

// crowd bounds the connections. Past the bound the oldest one that is not
// being answered goes, so that a flood of idle ones never keeps the page out.
type crowd struct {
	mu    sync.Mutex
	conns []net.Conn // oldest first
	busy  map[net.Conn]bool
}

func (c *crowd) state(conn net.Conn, st http.ConnState) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.busy == nil {
		c.busy = map[net.Conn]bool{}
	}
	switch st {
	case http.StateNew:
		if len(c.conns) >= mostConns {
			c.evict()
		}
		c.conns = append(c.conns, conn)
	case http.StateClosed, http.StateHijacked:
		c.drop(conn)
	default:
		c.busy[conn] = st == http.StateActive
	}
}

func (c *crowd) evict() {
	oldest := c.conns[0]
	for _, conn := range c.conns {
		if !c.busy[conn] {
			oldest = conn
			break
		}
	}
	c.drop(oldest)
	_ = oldest.Close() // the peer is gone either way
}

func (c *crowd) drop(conn net.Conn) {
	delete(c.busy, conn)
	for i, other := range c.conns {
		if other == conn {
			c.conns = append(c.conns[:i], c.conns[i+1:]...)
			return
		}
	}
}
