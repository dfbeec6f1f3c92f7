#include "text/why_hear.h"

#include <stddef.h>
#include <string.h>

#include "core/vocab.h"
#include "text/text.h"

enum { LIST_SIZE = 512, SUGGESTIONS_MAX = 3, LEAST_PREFIX = 2 };

/* ---- hints ---- */

bool heard_hint(Heard *heard, const char *msgid, const TextArgument *arguments)
{
    text_format(heard->hint, heard->size, say(heard->asker->voice, msgid), arguments);
    return false;
}

static const char *phrase_text(const Heard *heard, const Phrase *phrase)
{
    return heard->lexicon.text + phrase->start;
}

void heard_list(const Heard *heard, Prose *list, const char *item)
{
    char quoted[PHRASE_SIZE + LABEL_TEXT_SIZE];
    const Voice *voice = heard->asker->voice;
    const TextArgument arguments[] = {{.name = "words", .text = item}, {.name = NULL}};

    if (list->length > 0) {
        prose_add(list, say(voice, C_("list", ", ")));
    }
    text_format(quoted, sizeof quoted, say(voice, "'{words}'"), arguments);
    prose_add(list, quoted);
}

/* Phrases that hold the word: "compute income" for "income". */
static void list_holders(const Heard *heard, Prose *list, const char *word)
{
    int found = 0;
    Meaning last = {MEANING_KIND_COUNT, 0};

    for (int i = 0; i < heard->lexicon.count && found < SUGGESTIONS_MAX; i++) {
        const Phrase *phrase = &heard->lexicon.phrase[i];
        bool again = phrase->meaning.kind == last.kind && phrase->meaning.index == last.index;
        if (again || strstr(phrase_text(heard, phrase), word) == NULL) {
            continue;
        }
        heard_list(heard, list, phrase_text(heard, phrase));
        last = phrase->meaning;
        found++;
    }
}

static const char *nearest_phrase(const Heard *heard, const char *word)
{
    const char *phrase[LEXICON_MAX + 1];
    int count = 0;

    for (int i = 0; i < heard->lexicon.count; i++) {
        if (heard->lexicon.phrase[i].length > LEAST_PREFIX) {
            phrase[count++] = phrase_text(heard, &heard->lexicon.phrase[i]);
        }
    }
    phrase[count] = NULL;
    return vocab_nearest(phrase, word);
}

static bool hint_unknown(Heard *heard, const char *word)
{
    char list[LIST_SIZE];
    Prose prose = prose_start(list, sizeof list);

    if (strlen(word) > LEAST_PREFIX) {
        list_holders(heard, &prose, word);
    }
    const char *nearest = prose.length > 0 ? NULL : nearest_phrase(heard, word);
    if (nearest != NULL) {
        heard_list(heard, &prose, nearest);
    }
    const TextArgument arguments[] = {{.name = "word", .text = word},
                                      {.name = "list", .text = list},
                                      {.name = NULL}};
    return heard_hint(heard,
                      prose.length > 0 ? N_("Unknown word '{word}'. Did you mean {list}?")
                                       : N_("Unknown word '{word}': 'why' alone lists what can be "
                                            "asked."),
                      arguments);
}

static bool hint_two(Heard *heard, const char *word)
{
    const TextArgument arguments[] = {{.name = "word", .text = word}, {.name = NULL}};

    return heard_hint(heard, N_("One number at a time: '{word}' is one too many."), arguments);
}

/* ---- phrases ---- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Whether a phrase stands at `at`: an English one up to the end of a word. */
static bool stands_at(const char *at, const char *text, int length)
{
    return strncmp(at, text, (size_t)length) == 0 &&
           !(is_letter(text[length - 1]) && is_letter(at[length]));
}

static const Phrase *longest_phrase(const Heard *heard, const char *at)
{
    const Phrase *longest = NULL;

    for (int i = 0; i < heard->lexicon.count; i++) {
        const Phrase *phrase = &heard->lexicon.phrase[i];
        if ((longest == NULL || phrase->length > longest->length) &&
            stands_at(at, phrase_text(heard, phrase), phrase->length)) {
            longest = phrase;
        }
    }
    return longest;
}

/* The one meaning of all phrases that begin with the word; NULL if there are none, or several. */
static const Phrase *only_beginning(const Heard *heard, const char *word)
{
    const Phrase *only = NULL;
    size_t length = strlen(word);

    if (length < LEAST_PREFIX) {
        return NULL;
    }
    for (int i = 0; i < heard->lexicon.count; i++) {
        const Phrase *phrase = &heard->lexicon.phrase[i];
        if (strncmp(phrase_text(heard, phrase), word, length) != 0) {
            continue;
        }
        if (only != NULL && (only->meaning.kind != phrase->meaning.kind ||
                             only->meaning.index != phrase->meaning.index)) {
            return NULL;
        }
        only = phrase;
    }
    return only;
}

static bool note(Heard *heard, Meaning meaning, const char *word)
{
    int *named = &heard->named[meaning.kind];

    if (meaning.kind == MEANS_NOTHING) {
        return true;
    }
    if (*named != MISSING && *named != meaning.index) {
        return hint_two(heard, word);
    }
    *named = meaning.index;
    return true;
}

/* The word at `at`: as far as it stays English, or Chinese. */
static int word_length(const char *at)
{
    bool english = is_letter(at[0]);
    int length = 1;

    while (at[length] != '\0' && at[length] != ' ' && is_letter(at[length]) == english) {
        length++;
    }
    return length;
}

/* Takes what stands at `at`; bytes taken, or 0 with a hint. */
static int take_words(Heard *heard, const char *at)
{
    char word[WHY_WORDS_SIZE];
    const Phrase *phrase = longest_phrase(heard, at);
    int length = phrase != NULL ? phrase->length : word_length(at);

    memcpy(word, at, (size_t)length);
    word[length] = '\0';
    if (phrase == NULL) {
        phrase = only_beginning(heard, word);
    }
    if (phrase == NULL) {
        hint_unknown(heard, word);
        return 0;
    }
    return note(heard, phrase->meaning, word) ? length : 0;
}

bool heard_fill(Heard *heard, const char *words)
{
    lexicon_fill(&heard->lexicon, heard->asker->rules);
    lexicon_fold(heard->words, sizeof heard->words, words);
    for (int i = 0; i < MEANING_KIND_COUNT; i++) {
        heard->named[i] = MISSING;
    }
    for (const char *at = heard->words; *at != '\0';) {
        int taken = *at == ' ' ? 1 : take_words(heard, at);
        if (taken == 0) {
            return false;
        }
        at += taken;
    }
    return true;
}
