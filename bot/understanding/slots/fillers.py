"""Which function fills the slots of which intent."""

from collections.abc import Callable, Mapping

from bot.understanding.slots import doing, people, scores, texts
from bot.understanding.slots.filling import Filling

Fill = Callable[[Filling], None]

FILLERS: Mapping[str, Fill] = {
    "metric_value": scores.metric_value,
    "metric_compare": scores.metric_compare,
    "rank": scores.rank,
    "significance": scores.significance,
    "explain_change": scores.explain_change,
    "drivers": scores.drivers,
    "priorities": scores.priorities,
    "response_rate": scores.response_rate,
    "what_if": scores.what_if,
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
    "case_list": people.case_list,
    "case_assign": people.case_assign,
    "case_escalate": people.case_escalate,
    "case_close": people.case_close,
    "alert_rule_create": people.alert_rule_create,
    "alert_explain": people.alert_explain,
    "alert_snooze": people.alert_snooze,
    "digest_subscribe": people.digest_subscribe,
    "digest_update": people.digest_update,
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
