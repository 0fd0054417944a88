#include <stdio.h>
#include <string.h>
#include <negotiation_rules.h>

int main(void) {
    nr_rules *rules = NULL;
    char *report = NULL, *text = NULL;
    if (nr_rules_load("rules/security-guarantees", NULL, &rules, &report) != NR_OK) {
        fprintf(stderr, "%s\n", report); /* every error, with its place and what to write instead */
        nr_text_free(report);
        return 1;
    }

    const char *scenario = "{ \"talks\": { \"status\": \"postponed\" } }";
    if (nr_explain(rules, scenario, strlen(scenario), NR_TEXT, 0, NULL, &text, &report) == NR_OK) {
        puts(text);
    }

    nr_text_free(text);
    nr_text_free(report);
    nr_rules_free(rules);
    return 0;
}
