"""Which function fills the slots of which intent."""

from collections.abc import Callable, Mapping

from bot.understanding.slots import alerts, cases, comparing, digests, doing, people, scores, supposing, texts
from bot.understanding.slots.filling import Filling

Fill = Callable[[Filling], None]

FILLERS: Mapping[str, Fill] = {
    "metric_value": scores.metric_value,
    "metric_compare": comparing.metric_compare,
    "rank": scores.rank,
    "significance": comparing.significance,
    "explain_change": comparing.explain_change,
    "drivers": scores.drivers,
    "priorities": scores.priorities,
    "response_rate": scores.response_rate,
    "what_if": supposing.what_if,
    "define_metric": scores.define_metric,
    "chart": scores.chart,
    "show_evidence": doing.show_evidence,
    "data_freshness": doing.data_freshness,
    "feedback_search": texts.feedback_search,
    "feedback_count": texts.feedback_count,
    "themes": texts.themes,
    "summarize_text": texts.summarize_text,
    "tag_correct": texts.tag_correct,
    "export": texts.export,
    "customer_file": people.customer_file,
    "churn_risk": people.churn_risk,
    "draft_reply": people.draft_reply,
    "case_list": cases.case_list,
    "case_assign": cases.case_assign,
    "case_escalate": cases.case_escalate,
    "case_close": cases.case_close,
    "alert_rule_create": alerts.alert_rule_create,
    "alert_explain": alerts.alert_explain,
    "alert_snooze": alerts.alert_snooze,
    "digest_subscribe": digests.digest_subscribe,
    "digest_update": digests.digest_update,
    "journey_map": doing.journey_map,
    "touchpoint_info": doing.touchpoint_info,
    "journey_edit": doing.journey_edit,
    "action_create": doing.action_create,
    "impact_check": doing.impact_check,
    "roi": doing.roi,
    "survey_send": doing.survey_send,
    "translate_last": doing.translate_last,
    "help": doing.help_,
}
