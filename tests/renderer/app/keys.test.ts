// Shortcuts: what counts as pressed, on both sorts of keyboard, and how they are printed.
import { expect, test } from 'vitest'
import { isPressed, printedKeys, type Pressed } from '../../../renderer/app/keys.ts'

const press = (key: string, held: Partial<Omit<Pressed, 'key'>> = {}): Pressed => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

test('Mod is Ctrl, and the command key on a Mac; the other one never', () => {
  expect(isPressed('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true)
  expect(isPressed('Mod+K', press('k', { metaKey: true }), false)).toBe(false)
  expect(isPressed('Mod+K', press('k', { metaKey: true }), true)).toBe(true)
  expect(isPressed('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false)
  expect(isPressed('Mod+K', press('k'), false)).toBe(false)
})

test('shift tells undo from redo, but not one sign from another', () => {
  expect(isPressed('Mod+Z', press('z', { ctrlKey: true }), false)).toBe(true)
  expect(isPressed('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
  expect(isPressed('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  expect(isPressed('?', press('?', { shiftKey: true }), false)).toBe(true)
  expect(isPressed('?', press('?'), false)).toBe(true)
  expect(isPressed('c', press('C', { shiftKey: true }), false)).toBe(false)
  expect(isPressed('1', press('1'), false)).toBe(true)
  expect(isPressed('Mod++', press('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
})

test('AltGr, which types signs on many keyboards, sets off no letter', () => {
  expect(isPressed('e', press('e', { ctrlKey: true, altKey: true }), false)).toBe(false)
})

test('Alt with a digit also where Alt types another sign', () => {
  expect(isPressed('Alt+1', press('¡', { altKey: true, code: 'Digit1' }), true)).toBe(true)
  expect(isPressed('Alt+1', press('1', { altKey: true, code: 'Digit1' }), false)).toBe(true)
  expect(isPressed('Alt+2', press('¡', { altKey: true, code: 'Digit1' }), true)).toBe(false)
})

test('printed as on the keyboard', () => {
  expect([printedKeys('Mod+Shift+Z', false), printedKeys('Mod+k', true), printedKeys('Alt+ArrowUp', false), printedKeys('Mod++', false), printedKeys('?', false), printedKeys('Escape', false)])
    .toEqual(['Ctrl+Shift+Z', '⌘+K', 'Alt+↑', 'Ctrl++', '?', 'Esc'])
})
