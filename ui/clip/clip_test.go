package clip_test

import (
	"context"
	"errors"
	"testing"

	"smartro-wizard/ui/clip"
)

func env(vars map[string]string) func(string) string {
	return func(name string) string { return vars[name] }
}

func TestNear(t *testing.T) {
	tests := []struct {
		name string
		vars map[string]string
		want bool
	}{
		{"own machine", map[string]string{"DISPLAY": ":0"}, true},
		{"over SSH", map[string]string{"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, false},
		{"in WSL", map[string]string{"WSL_DISTRO_NAME": "Ubuntu"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := clip.Near(env(tt.vars)); got != tt.want {
				t.Errorf("Near = %v, want %v", got, tt.want)
			}
		})
	}
}

func TestCopyRefusesElsewhere(t *testing.T) {
	err := clip.Copy(context.Background(), env(map[string]string{"SSH_TTY": "/dev/pts/1"}), "결제")
	if !errors.Is(err, clip.ErrElsewhere) {
		t.Errorf("Copy over SSH = %v, want ErrElsewhere", err)
	}
}
