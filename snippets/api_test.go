package snippets_test

import (
	"errors"
	"reflect"
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
)

func TestGenerate(t *testing.T) {
	for _, target := range snippets.Targets() {
		t.Run(target.Name, func(t *testing.T) {
			first, err := snippets.Generate(wizard.Answers{}, target.Name)
			if err != nil || len(first.Files) == 0 || len(first.Todo) == 0 {
				t.Fatalf("got %d files and %d things to do, %v", len(first.Files), len(first.Todo), err)
			}
			again, err := snippets.Generate(wizard.Answers{}, target.Name)
			if err != nil || !reflect.DeepEqual(first, again) {
				t.Errorf("not the same twice: %v", err)
			}
		})
	}
	t.Run("an unknown target", func(t *testing.T) {
		_, err := snippets.Generate(wizard.Answers{}, "cobol")
		if e := new(snippets.Error); !errors.As(err, &e) || e.Reason != refusal.UnknownTarget || e.Path != "cobol" {
			t.Errorf("got %v", err)
		}
	})
}
