/*
 * NegotiationRules from C, and from any language that calls C: rule sets, verdicts, explanations, advice, and millions of scenarios
 * whose facts lie in columns. README.md beside this folder has the first five minutes.
 *
 * HOW CALLS END. Every function that can fail returns an nr_status: NR_OK is 0. What went wrong is told as UTF-8 text through the last
 * parameter, `error` or `report`, which may be NULL. The call writes NULL there first; whatever else stands there after it is a text of
 * yours, to be given back to nr_text_free, after a call that succeeded, too: nr_rules_load and its like report warnings, and
 * nr_evaluate_columns reports the first scenario that has no outcomes. Where a call fails, handles and texts that it would have given
 * out are NULL. What it would have written into arrays is undefined then. No exception of C++ or of .NET leaves the library.
 *
 * TEXTS are UTF-8. Those that go in end with a zero, unless a length in bytes goes with them; those that come out end with a zero and
 * are given back to nr_text_free, never to free.
 *
 * HANDLES (nr_rules, nr_evaluator) are no addresses. One that was freed already, or is none, is answered with NR_HANDLE. Free them in
 * any order: a rule set lives on while evaluators need it.
 *
 * THREADS. A rule set never changes: any number of threads may use it at the same time. An evaluator has memory of its own: make one for
 * each thread; a second thread is answered with NR_BUSY. A handle must not be freed while another thread is in a call with it. Texts may
 * be freed by any thread.
 *
 * PROCESSES. The library brings a garbage collector along, which starts with the first call and stays until the process ends; it is
 * never unloaded. After fork() the child must not call it, unless it calls exec() first.
 *
 * POINTERS that lead nowhere, and lengths that promise more than there is, cannot be told from good ones, as everywhere in C.
 */
#ifndef NEGOTIATION_RULES_H
#define NEGOTIATION_RULES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised by every change after which a program has to be compiled anew. Compare it with nr_abi_version() before anything else. */
#define NR_ABI_VERSION 1

typedef enum nr_status {
    NR_OK = 0,
    NR_RULES = 1,          /* the rule file, what it includes or its vocabulary has errors, or a parameter does not fit */
    NR_SCENARIO = 2,       /* the scenario is no JSON in UTF-8, has facts that are not of the vocabulary, or values beyond measure */
    NR_COLUMNS = 3,        /* a column does not fit the rules, or one of its values is not of its type */
    NR_ARGUMENT = 4,       /* the call itself is wrong: a null pointer, a length, a number that means nothing */
    NR_HANDLE = 5,         /* a handle was freed, is of another kind, or was never given out */
    NR_UTF8 = 6,           /* a text is not UTF-8 */
    NR_BUSY = 7,           /* the evaluator is at work on another thread */
    NR_NOT_IN_COLUMNS = 8, /* a rule asks for what columns do not hold: evaluate scenarios one by one */
    NR_MEMORY = 9,         /* there is not enough memory */
    NR_INTERNAL = 10       /* a fault of this library */
} nr_status;

/* What became of a rule. Of a claim, read: confirmed, refuted, open. Of a risk (warnWhen), violated means that the risk is there. */
typedef enum nr_rule_outcome {
    NR_UNKNOWN = 0,
    NR_SATISFIED = 1,
    NR_VIOLATED = 2,
    NR_PENDING = 3,
    NR_NOT_APPLICABLE = 4
} nr_rule_outcome;

/* What became of a stage, or of all stages together. */
typedef enum nr_stage_outcome {
    NR_UNDETERMINED = 0,
    NR_VALID = 1,
    NR_INVALID = 2,
    NR_STAGE_NOT_APPLICABLE = 3
} nr_stage_outcome;

/* In the place of an outcome, where a scenario has none because a value grows beyond what can be represented. */
#define NR_NO_OUTCOME 255

typedef enum nr_format {
    NR_TEXT = 1,
    NR_JSON = 2,
    NR_MARKDOWN = 3,
    NR_HTML = 4,
    NR_MERMAID = 5
} nr_format;

/* How the values of a column lie in memory. Numbers are in the order of bytes of the machine. */
typedef enum nr_kind {
    NR_PRESENT = 1, /* no values: `known` says of an object, or of any fact of which rules only ask it, where it is known */
    NR_BOOL1 = 2,   /* a bit each, the first in the lowest place of the first byte */
    NR_BOOL8 = 3,   /* a byte each, 0 or 1 */
    NR_INT8 = 4,
    NR_INT16 = 5,
    NR_INT32 = 6,
    NR_INT64 = 7,
    NR_UINT8 = 8,
    NR_UINT16 = 9,
    NR_UINT32 = 10,
    NR_UINT64 = 11,
    NR_FLOAT32 = 12,
    NR_FLOAT64 = 13,
    NR_OFFSETS32 = 14, /* of a list: for each, where its elements start, and once more, where those of the last end */
    NR_OFFSETS64 = 15
} nr_kind;

/* What the numbers of dates and moments count, from 1970-01-01T00:00:00Z. */
typedef enum nr_unit {
    NR_UNIT_NONE = 0, /* they are no dates */
    NR_UNIT_DAYS = 1,
    NR_UNIT_SECONDS = 2,
    NR_UNIT_MILLISECONDS = 3,
    NR_UNIT_MICROSECONDS = 4,
    NR_UNIT_NANOSECONDS = 5
} nr_unit;

typedef enum nr_flags {
    NR_LEAST_IS_UNKNOWN = 1,    /* INT64_MIN is no number, but unknown */
    NR_NEGATIVE_IS_UNKNOWN = 2, /* of texts: a code below 0 is unknown */
    NR_NAN_IS_UNKNOWN = 4,      /* what is not a number is unknown */
    NR_IN_STEPS = 8             /* whole numbers are steps of a fixed-point fact: with steps of 0.01, 150 is 1.5 */
} nr_flags;

/*
 * The values of one fact in all scenarios, or of one fact of all elements of a list, those of the first scenario first. They stay where
 * they are: nothing is kept after the call.
 *
 * The path leads from the scenario, through lists too: "parties.delegates.role". A fact of the vocabulary that no rule reads is passed
 * over; one that is not of the vocabulary is an error. A fact that is not known, or of which no column is given, has its default, or is
 * unknown if it has none.
 *
 * A list is given by offsets, under the path of the list: list i has the elements from offset i up to, not including, offset i + 1, and
 * so there is one offset more than lists. The values of its elements are columns of their own; those of a list of plain values have the
 * path of the list itself. A list that is known is complete, unless the vocabulary has a fact beside it that says whether it is
 * (x-completeBy): then it is complete where the column of that fact says so, and open where it does not or where there is no such column.
 *
 *   a boolean            NR_BOOL1, NR_BOOL8
 *   a number             any of the whole numbers or NR_FLOAT32, NR_FLOAT64. A fixed-point fact takes a floating number if it is the
 *                        nearest to one with as many decimals; another is an error
 *   a text               any of the whole numbers as codes: code 2 stands for texts[2]
 *   a date               any of the whole numbers with a unit; if it is shorter than days, it must come out at days. `last` has the
 *                        last days they may be, if only a span of days is known
 *   a date and time      any of the whole numbers with a unit from seconds to nanoseconds; what is finer than 100 ns is an error
 *   an object, and any   NR_PRESENT
 *   fact that rules only
 *   ask to be known
 */
typedef struct nr_column {
    size_t size;              /* sizeof(nr_column) */
    const char *path;
    int32_t kind;             /* an nr_kind */
    int32_t unit;             /* an nr_unit */
    uint32_t flags;           /* nr_flags, added up */
    int32_t known_kind;       /* how `known` lies: NR_BOOL1 or NR_BOOL8 */
    const void *values;
    int64_t length;           /* how many values; of a list, how many offsets */
    int64_t stride;           /* bytes from one value to the next; 0 if they are packed. Not used by NR_BOOL1 */
    const void *known;        /* which values are known: 1; NULL if all are */
    int64_t known_stride;     /* bytes from one to the next of NR_BOOL8; 0 for 1 */
    const void *last;         /* of dates: the last days, laid out as the values; NULL if they are days */
    const char *const *texts; /* of texts: what the codes stand for */
    int64_t text_count;
} nr_column;

/* Where outcomes go. What is NULL is not written. A stride is the distance from the row of one rule, or stage, to that of the next. */
typedef struct nr_outcomes {
    size_t size;              /* sizeof(nr_outcomes) */
    int32_t rule_count;       /* how many rules there is room for: exactly as many as nr_rules_count says */
    int32_t stage_count;
    uint8_t *rules;           /* rules[rule * rules_stride + scenario]: an nr_rule_outcome */
    int64_t rules_stride;     /* in bytes, as many as scenarios or more; 0 for just that */
    uint8_t *stages;          /* stages[stage * stages_stride + scenario]: an nr_stage_outcome */
    int64_t stages_stride;
    uint8_t *all;             /* all[scenario]: invalid if a stage is, else undetermined if one is, else valid */
    uint64_t *rule_bits;      /* a bit for each scenario, 64 to a word, the first in the lowest place: whether the rule's outcome is ... */
    int64_t rule_bits_stride; /* in words */
    uint64_t *stage_bits;
    int64_t stage_bits_stride;
    int32_t rule_bits_of;     /* ... this nr_rule_outcome */
    int32_t stage_bits_of;    /* this nr_stage_outcome */
    int64_t *rule_counts;     /* rule_counts[rule * 5 + outcome]: in how many scenarios */
    int64_t *stage_counts;    /* stage_counts[stage * 4 + outcome] */
    int32_t threads;          /* how many threads work at columns, this one among them; 0 for 1. The outcomes do not depend on it */
    int32_t reserved;         /* 0 */
    int64_t faulty;           /* written: how many scenarios have no outcomes; they are NR_NO_OUTCOME, and in no bit and no count */
} nr_outcomes;

/* How rules are read. NULL in its place, and NULL in its members, leaves everything as the rule file says. */
typedef struct nr_rules_options {
    size_t size;            /* sizeof(nr_rules_options) */
    const char *parameters; /* values of parameters, as a JSON object: {"leastTermYears": 12} */
    const char *root;       /* the folder that no included file may lie outside of; text without it includes nothing */
    const char *vocabulary; /* the text of the vocabulary to check the rules against, whatever the rule file names */
} nr_rules_options;

typedef struct nr_rules nr_rules;         /* a rule set: rules that were read and checked */
typedef struct nr_evaluator nr_evaluator; /* what one thread evaluates many scenarios with */

/* The ABI of the library that is loaded: NR_ABI_VERSION of the header that it was built with. */
int32_t nr_abi_version(void);

/* The version of the library, such as "0.1.0". Not to be freed. */
const char *nr_version(void);

/* Gives a text back. NULL is nothing to give back. A text is given back once. */
void nr_text_free(char *text);

/* How many handles and texts have not been given back: 0 in the end, if nothing leaks. */
int64_t nr_alive(void);

/* Reads and checks a rule file, or the one in a folder, with all it includes. If it has errors, all of them are in the report, each with
 * its place and what to write instead; if not, the report has the warnings, or is NULL. */
int32_t nr_rules_load(const char *path, const nr_rules_options *options, nr_rules **rules, char **report);

/* The same of the text of a rule file, of so many bytes. */
int32_t nr_rules_parse(const char *text, size_t length, const nr_rules_options *options, nr_rules **rules, char **report);

/* The same rules with other values for parameters, a JSON object. The rules that they come from stay as they are. */
int32_t nr_rules_with(nr_rules *rules, const char *parameters, nr_rules **changed, char **report);

int32_t nr_rules_free(nr_rules *rules);

/* How many rules and stages there are. Everywhere they go by their places, counted from 0. */
int32_t nr_rules_count(nr_rules *rules, int32_t *rule_count, int32_t *stage_count, char **error);

int32_t nr_rule_id(nr_rules *rules, int32_t rule, char **id, char **error);

int32_t nr_stage_name(nr_rules *rules, int32_t stage, char **name, char **error);

/* What there is to know of the rules. NR_JSON: an object with `name`, `stages`, `rules`, `parameters` and the `facts` of the vocabulary.
 * NR_MARKDOWN: the rules in plain words, for people. */
int32_t nr_rules_describe(nr_rules *rules, int32_t format, char **text, char **error);

/* The verdict on one scenario, which comes as JSON of so many bytes, as JSON: outcomes, what stands in the way, reasons, and what would
 * settle what is unknown. `language` is that of the reasons, such as "de"; NULL for none in particular.
 * NR_ARGUMENT if no rule gives a reason in it, and which languages there are. */
int32_t nr_verdict(nr_rules *rules, const char *scenario, size_t length, const char *language, char **json, char **error);

/* Why the verdict is what it is, in an nr_format. `all` other than 0 tells also what did not change the answer. */
int32_t nr_explain(nr_rules *rules, const char *scenario, size_t length, int32_t format, int32_t all, const char *language, char **text,
                   char **error);

/* What it would take to make a stage valid, or each stage if it is NULL: a JSON list with an object for each, as the lines of
 * `negotiate advise --format json`. `options` is NULL, or a JSON object with any of: "fixed", a list of paths of facts that stay as they
 * are; "costs", numbers by path; "by", the party that has to be able to do it; "most", how many remedies; "seconds", how long it may
 * take. */
int32_t nr_advise(nr_rules *rules, const char *scenario, size_t length, const char *stage, const char *options, char **json,
                  char **error);

int32_t nr_evaluator_new(nr_rules *rules, nr_evaluator **evaluator, char **error);

int32_t nr_evaluator_free(nr_evaluator *evaluator);

/* The outcomes of one scenario, which comes as JSON of so many bytes. Facts that no rule reads must be of the vocabulary, but their
 * values are not looked at. */
int32_t nr_evaluate(nr_evaluator *evaluator, const char *scenario, size_t length, nr_outcomes *outcomes, char **error);

/* The outcomes of so many scenarios, whose facts come as columns. They are worked through in blocks, so what the library needs of memory
 * does not grow with their number. */
int32_t nr_evaluate_columns(nr_evaluator *evaluator, int64_t count, const nr_column *columns, size_t column_count, nr_outcomes *outcomes,
                            char **error);

#ifdef __cplusplus
}
#endif

#endif
