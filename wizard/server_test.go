package wizard

import (
	"slices"
	"strings"
	"testing"
)

func TestPartsOfAServer(t *testing.T) {
	tests := []struct {
		module Module
		typ    Type
		method PayMethod
		want   string
	}{
		{ModuleNew, TypeGeneral, PayCard, "cancel vbank prepare"},
		{ModuleNew, TypeGeneral, "trans", "cancel vbank receipt prepare"},
		{ModuleNew, TypeGeneral, "", "cancel vbank receipt prepare"},
		{ModuleNew, TypeEscrow, "vbank", "cancel escrow receipt prepare"},
		{ModuleNew, TypeBilling, PayCard, "cancel again schedule prepare"},
		{ModuleNew, TypeOverseas, PayCard, "cancel prepare"},
		{ModuleOld, TypeGeneral, "vbank", "cancel receipt prepare"},
		{ModuleOld, TypeEscrow, PayCard, "cancel prepare"},
	}
	for _, tt := range tests {
		if got := strings.Join(PartsOf(tt.module, tt.typ, tt.method), " "); got != tt.want {
			t.Errorf("%s %s %q: got %s, want %s", tt.module, tt.typ, tt.method, got, tt.want)
		}
	}
	for _, c := range Channels() {
		if parts := PartsOf(c.Module, c.Type, ""); !slices.Contains(parts, PartCancel) || !slices.Contains(parts, PartPrepare) {
			t.Errorf("%s %s has %v", c.Module, c.Type, parts)
		}
	}
}
