//go:build e2e

package targets_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"smartro-wizard/e2e/proof"
)

func TestMain(m *testing.M) {
	code := m.Run()
	vue.end()
	os.Exit(code)
}

// vue is Vue's compiler, one process for all tests: it takes longer to start
// than to compile.
var vue compiler

type compiler struct {
	mu  sync.Mutex
	cmd *exec.Cmd
	in  io.WriteCloser
	out *json.Decoder
}

func (c *compiler) compile(file, side string) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cmd == nil {
		if err := c.begin(); err != nil {
			return "", err
		}
	}
	var said struct{ Code, Error string }
	err := json.NewEncoder(c.in).Encode(map[string]string{"file": file, "side": side})
	if err == nil {
		err = c.out.Decode(&said)
	}
	if err == nil && said.Error != "" {
		err = errors.New(said.Error)
	}
	return said.Code, err
}

func (c *compiler) begin() error {
	c.cmd = exec.Command("node", "../tools/vue/compile.mjs")
	c.cmd.Stderr = os.Stderr
	out, err := c.cmd.StdoutPipe()
	if err == nil {
		c.in, err = c.cmd.StdinPipe()
	}
	if err != nil {
		return err
	}
	c.out = json.NewDecoder(out)
	return c.cmd.Start()
}

func (c *compiler) end() {
	if c.cmd != nil {
		_ = c.in.Close()
		_ = c.cmd.Wait()
	}
}

// components has Vue's compiler read single file components.
func components(platform api.Platform) api.Plugin {
	side := "client"
	if platform == api.PlatformNode {
		side = "server"
	}
	return api.Plugin{Name: "vue", Setup: func(build api.PluginBuild) {
		build.OnLoad(api.OnLoadOptions{Filter: `\.vue$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			code, err := vue.compile(args.Path, side)
			return api.OnLoadResult{Contents: &code, Loader: api.LoaderTS}, err
		})
	}}
}

// vueUse is how a shop uses the component, rightly and wrongly.
const vueUse = `<script setup lang="ts">
import PayButton, { type Order, type Outcome } from "./PayButton.vue";

const order: Order = %s;
const states: Outcome["state"][] = ["failed", "unconfirmed", "back"];
// @ts-expect-error the name of an order is text
const wrong: Order = { ...order, name: 1004 };
</script>

<template>
  <PayButton :order="order" />
  <!-- @vue-expect-error an order is needed -->
  <PayButton />
  <!-- @vue-expect-error an order needs its amount -->
  <PayButton :order="{ name: order.name }" />
  <p>{{ states }} {{ wrong }}</p>
</template>
`

// Every window and every option, as a strict project of Vue's has them. The
// wrong uses have to be errors. The types of each parameter alone are those of
// TestTypes.
func TestVueTypes(t *testing.T) {
	dir := vueProject(t)
	count := 0
	for _, c := range append(windows(t), options()...) {
		folder := fmt.Sprintf("%03d-%s/", count, c.name)
		write(t, dir, folder+"PayButton.vue", body(t, c.answers, "vue"))
		use := fmt.Sprintf(vueUse, orderOf(t, c.answers))
		if c.name == "served" { // it takes its order from the server
			use = strings.Replace(use, "<!-- @vue-expect-error an order is needed -->", "", 1)
		}
		write(t, dir, folder+"Use.vue", use)
		count++
	}
	compilesVue(t, dir)
	t.Logf("%d answer sets, each as a component and a use of it", count)
}

func vueProject(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	install(t, "vue", dir)
	write(t, dir, "tsconfig.json", strings.NewReplacer(`"jsx": "react-jsx", `, "", `"**/*.tsx"`, `"**/*.vue"`).Replace(strict))
	return dir
}

func compilesVue(t *testing.T, dir string) {
	t.Helper()
	out, err := exec.Command("node", "../tools/vue/node_modules/vue-tsc/bin/vue-tsc.js", "-p", dir, "--pretty", "false").CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, strings.ReplaceAll(string(out), dir, ""))
	}
}

// Every window and option of V2, against the types that PortOne publishes.
func TestVueTypesV2(t *testing.T) {
	dir := vueProject(t)
	count := 0
	for _, c := range append(windowsV2(t), optionsV2()...) {
		folder := fmt.Sprintf("%03d-%s/", count, c.name)
		write(t, dir, folder+"PayButton.vue", body(t, c.answers, "vue"))
		use := strings.NewReplacer("name: 1004", known(c.answers)+": 1004", "{ name: order.name }", "{}").Replace(vueUse)
		write(t, dir, folder+"Use.vue", fmt.Sprintf(use, orderOf(t, c.answers)))
		count++
	}
	compilesVue(t, dir)
	t.Logf("%d answer sets of V2, each as a component and a use of it", count)
	tools := []string{proof.Package(t, "vue", "vue-tsc"), proof.Package(t, "vue", "@portone/browser-sdk")}
	proof.Note(t, "vue", "types-v2", tools, map[string]int{"sets-v2": count})
}
