package lint_test

import (
	"testing"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// project is a folder whose entry begins the SDK that a page loads, for a
// component that opens the window.
var project = map[string]string{
	"index.html": "<!doctype html><html><head><script src=\"/js/jquery-3.7.1.min.js\"></script><script src=\"" + legacy + "\"></script></head><body></body></html>",
	"main.js":    "import App from './App';\nwindow.IMP.init('imp31415926');\n",
	"Pay.jsx":    "export default function Pay() { const pay = () => { window.IMP.request_pay({ pg: 'smartro.t_1', pay_method: 'card', merchant_uid: id, name: n, amount: a, buyer_tel: t, m_redirect_url: u }, done); };\n return <button onClick={pay}>x</button>; }\n",
}

func readIn(t *testing.T, name string, w *lint.World) lint.Report {
	t.Helper()
	r, err := lint.Read(name, []byte(project[name]), lint.Options{Lang: text.En, Today: today, World: w})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestFilesOfAFolderTellOfEachOther: what is missing in one file and there in
// another is no question, and a page's script is for the module of the windows.
func TestFilesOfAFolderTellOfEachOther(t *testing.T) {
	var w lint.World
	for name, body := range project {
		w.Survey(name, []byte(body))
	}
	if alone := readIn(t, "Pay.jsx", nil); !has(alone.Findings, "imp-init-once") {
		t.Errorf("a component alone says nothing of init:%s", show(alone.Findings))
	}
	if joined := readIn(t, "Pay.jsx", &w); has(joined.Findings, "imp-init-once") {
		t.Errorf("init stands in main.js:%s", show(joined.Findings))
	}
	if alone := readIn(t, "index.html", nil); !found(alone, "sdk-latest-required") {
		t.Errorf("the old script alone:%s", show(alone.Findings))
	}
	if joined := readIn(t, "index.html", &w); found(joined, "sdk-latest-required") || joined.Setup.Module != wizard.ModuleOld {
		t.Errorf("the windows are of the old module:%s", show(joined.Findings))
	}
}
