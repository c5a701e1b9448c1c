import { describe, expect, it } from '@jest/globals';
import { countOf, tabOf } from '../../admin-ui/pages/inbox/inbox-tabs.ts';
import { outcomeWords } from '../../admin-ui/pages/inbox/outcome-words.ts';
import { prettyJson } from '../../admin-ui/pages/inbox/pretty-json.ts';
import { en } from '../../shared/text/en.ts';

describe('The webhook inbox', () => {
  it('lays a body out without changing a digit of it', () => {
    const body = '{"id":820982911946154508,"total":"1.50","tags":[],"line":{"a":[1,2]},"say":"a \\"b\\", {c}"}';
    expect(prettyJson(body, 1000)).toBe(`{
  "id": 820982911946154508,
  "total": "1.50",
  "tags": [],
  "line": {
    "a": [
      1,
      2
    ]
  },
  "say": "a \\"b\\", {c}"
}`);
  });

  it('shows what is no JSON as well as it goes', () => {
    expect(prettyJson('{"id": "not a number", "total": [}', 1000)).toContain('"total": [');
    expect(prettyJson('', 1000)).toBe('');
    expect(prettyJson('[1,2,3]', 3)).toBe('[\n  1,\n  ');
  });

  it('opens the tab that an address names, and counts what each tab holds', () => {
    expect([tabOf('refused'), tabOf('leased'), tabOf(''), tabOf('nonsense')]).toEqual([
      'refused',
      'waiting',
      'all',
      'all',
    ]);
    const counts = { filed: 1, leased: 2, done: 30, refused: 4 };
    expect([countOf('waiting', counts), countOf('failed', counts), countOf('all', counts)]).toEqual([3, 0, 37]);
  });

  it('says what came of a delivery, and makes a code readable that it has no words for', () => {
    expect(outcomeWords('unchanged', en.inbox.outcomes)).toBe('Nothing new in it');
    expect(outcomeWords('deleted_meanwhile', en.inbox.outcomes)).toBe('Deleted meanwhile');
  });
});
