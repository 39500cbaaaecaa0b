package testpage

import (
	"cmp"
	"maps"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// pageTexts are the sentences that the page shows, in both languages, so that
// it can change its language without asking.
var pageTexts = []string{
	"page.title",
	"page.mode_test",
	"page.mode_live",
	"page.mode_unproven",
	"page.heading",
	"page.heading_key",
	"page.won",
	"page.cost_real",
	"page.cost_cancel",
	"page.cost_late",
	"page.cost_cards",
	"page.cost_live",
	"page.cost_stays",
	"page.cost_billing",
	"page.webhook_own",
	"page.webhook_test",
	"page.webhook_live",
	"page.key_title",
	"page.key_help",
	"page.key_where",
	"page.key_test",
	"page.key_live",
	"page.key_unsure",
	"page.live_1",
	"page.live_2",
	"page.unsure_1",
	"page.unsure_2",
	"page.unsure_3",
	"page.open",
	"page.again",
	"page.opening",
	"page.stop",
	"page.hint_ready",
	"page.hint_loading",
	"page.hint_waiting",
	"page.hint_blocked",
	"page.hint_timeout",
	"page.sent",
	"page.sent_help",
	"page.order_digits",
	"page.note_order",
	"page.note_replaced",
	"page.note_period",
	"page.progress",
	"page.phone",
	"page.phone_1",
	"page.phone_2",
	"page.phone_3",
	"page.phone_4",
	"page.foot",
	"page.gone",
	"page.log_page",
	"page.log_sdk_loaded",
	"page.log_sdk_blocked",
	"page.log_sdk_timeout",
	"page.log_window",
	"page.log_closed",
	"page.log_closed_help",
	"page.log_threw",
	"page.log_left",
	"page.log_cancelled",
	"page.log_ignored",
	"page.log_quiet",
	"page.log_popup",
	"page.log_policy",
	"page.log_result_claimed",
	"page.log_result_error",
	"page.log_result_mismatch",
	"page.unverified",
	"page.result_claimed",
	"page.result_claimed_help",
	"page.result_error",
	"page.result_error_help",
	"page.result_mismatch",
	"page.result_mismatch_help",
	"page.same_order",
	"page.differs",
	"page.sent_order",
	"page.more_fields",
	"page.symptom_sure",
	"page.symptom_like",
	"page.symptom_none",
	"page.certainty_documented",
	"page.certainty_reported",
	"page.certainty_derived",
	"page.cause",
	"page.ask",
	"page.fix",
	"page.checked",
	"page.threw_title",
	"page.threw_help",
	"page.next",
	"page.next_help",
	"page.proof_pg_id",
	"page.proof_sandbox",
	"page.proof_sandbox_live",
	"page.proof_type",
	"page.proof_type_live",
	"page.next_command",
	"page.next_console_test",
	"page.next_console_live",
	"page.copy",
	"page.copied",
	"page.copy_failed",
	"page.quiet_title",
	"page.quiet_help",
	"page.quiet_popup",
	"page.quiet_inapp",
	"page.quiet_policy",
	"page.quiet_network",
	"page.landing",
	"page.landing_empty",
	"page.landing_back",
	"page.landing_back_help",
	"page.landing_close",
}

// textsV2 are said instead where the version is V2, and textsUSD where the
// amount is in cents of a dollar.
var (
	textsV2 = map[string]string{
		"page.unsure_3":     "page.v2_unsure_3",
		"page.sent_help":    "page.v2_sent_help",
		"page.phone_3":      "page.v2_phone_3",
		"page.log_threw":    "page.v2_log_threw",
		"page.next_command": "page.v2_next_command",
	}
	textsUSD = map[string]string{
		"page.won":       "page.usd",
		"page.cost_real": "page.usd_cost_real",
		"page.cost_live": "page.usd_cost_live",
	}
)

func texts(a wizard.Answers) map[text.Lang]map[string]string {
	instead := map[string]string{}
	if a.SDK == wizard.V2 {
		maps.Copy(instead, textsV2)
	}
	if a.Call().Function == wizard.RequestIssueBillingKey {
		instead["page.order_digits"] = "page.v2_issue_digits"
	}
	if Dollars(a) {
		maps.Copy(instead, textsUSD)
	}
	all := map[text.Lang]map[string]string{}
	for _, l := range text.Langs {
		all[l] = map[string]string{}
		for _, id := range pageTexts {
			all[l][id[len("page."):]] = text.Of(l, cmp.Or(instead[id], id))
		}
	}
	return all
}
