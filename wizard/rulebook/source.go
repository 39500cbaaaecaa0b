package rulebook

import "strings"

// The places that sources begin with. Lines are those of the page's own source
// text on the day of wizard.Checked.
const (
	docs    = "https://developers.portone.io/"
	pg      = docs + "opi/ko/integration/pg/"
	guide   = docs + "opi/ko/"
	v1sdk   = docs + "sdk/ko/v1-sdk/"
	page    = pg + "v1/smartro-v2/readme" // 스마트로(신모듈), V1
	page2   = pg + "v2/smartro-v2"        // 스마트로(신모듈), V2
	quick   = guide + "quick-guide/payment/index"
	check2  = guide + "integration/start/v2/checkout"
	bill2   = guide + "integration/start/v2/billing/"
	hook2   = guide + "integration/webhook/readme-v2"
	cancel2 = guide + "integration/cancel/v2/readme"
	v2sdk   = docs + "sdk/ko/v2-sdk/"
	rest2   = docs + "api/rest-v2"
	caution = pg + "v1/smartro-v2/caution" // what to mind with Smartro
	repo    = "https://github.com/portone-io/developers.portone.io/"
	oas2    = repo + "blob/af926bd2/src/schema/v2.openapi.yml"  // official V2 REST schema
	oas     = repo + "blob/af926bd2/src/schema/v1.openapi.yml"  // official V1 REST schema
	bsdk    = repo + "blob/af926bd2/src/schema/browser-sdk.yml" // official V2 browser SDK schema, same PG
	setup   = "https://help.portone.io/content/smartro"         // 스마트로 채널설정방법
	help    = "https://github.com/portone-io/mcp-server/blob/0af2bad9/assets/docs/help/"
	play    = "https://github.com/portone-io/sdk-playground.portone.io/blob/f8dbd6c2/"
	manual  = "https://manual.smartropay.co.kr/" // Smartro's own manual
)

// link is the address of the row's first source that has one, without the
// place on the page.
func (r *Rule) link() string {
	for _, s := range r.Sources {
		if strings.HasPrefix(s, "https://") {
			address, _, _ := strings.Cut(s, " ")
			return address
		}
	}
	return r.Sources[0]
}
