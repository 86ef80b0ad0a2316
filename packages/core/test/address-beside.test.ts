import { addressBeside } from '@everyread/core';
import { expect, it } from 'vitest';

it.each([
  ['https://example.org/x', 'our report', 'https://example.org/x'],
  ['https://example.org/x/', 'Example.org/x', undefined],
  ['https://www.example.org', 'Visit example.org.', undefined],
  ['https://example.org/long/way', 'example.org', 'https://example.org/long/way'],
  ['https://example.org', 'my-example.org', 'https://example.org'],
  ['mailto:hello@example.org', 'write to us', 'hello@example.org'],
  ['mailto:hello@example.org?subject=Our%20report', 'write to us', 'hello@example.org'],
  ['MAILTO:Hello@example.org', 'mail hello@example.org, please', undefined],
  ['mailto:?subject=x', 'tell a friend', undefined],
  ['mailto:a%2Bb@example.org', 'write', 'a+b@example.org'],
  ['mailto:100%@example.org', 'write', '100%@example.org'],
  ['tel:+441632960123', 'ring us', '+441632960123'],
  ['tel:+441632960123', '01632 960 123', undefined],
  ['tel:+441632960123', 'Ring +44 (0)1632 960123', undefined],
  ['tel:+441632960123', 'ring desk 3', '+441632960123'],
  ['tel:999', 'ring 999', undefined],
  ['tel:+441632960123', '01632 960 124', '+441632960123'],
  ['tel:+44-1632-960123;ext=12', 'ring us on 2 May', '+44-1632-960123'],
  ['#plan', 'the plan', undefined],
  ['javascript:alert(1)', 'x', undefined],
])('behind a link to %s that says “%s” stands %s', (url, said, printed) => {
  expect(addressBeside(url, said)).toBe(printed);
});
